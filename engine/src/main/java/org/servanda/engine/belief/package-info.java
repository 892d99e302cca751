/// Grids over beliefs and interpolation on them; internal to the engine.
package org.servanda.engine.belief;
