/// The closed list of what a clause can do to a game.
package org.servanda.model.effect;
