/// Solvers and what they hand back.
package org.servanda.engine.equilibrium;
