/// What players hold about the types of others, and the grid on which it is kept.
package org.servanda.engine.belief;
