/// Running an equilibrium forward: exact propagation and simulation.
package org.servanda.engine.play;
