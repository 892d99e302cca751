/// The workbench as a whole: how it is asked for, started and stopped.
package org.servanda.workbench;
