// @ts-check
import './parts/workbench.js';
