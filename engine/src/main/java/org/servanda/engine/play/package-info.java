/// Histories of an equilibrium: their joint distribution, samples, and the most likely ones.
package org.servanda.engine.play;
