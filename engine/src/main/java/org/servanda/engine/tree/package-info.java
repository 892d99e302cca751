/// Finite game trees with private types.
package org.servanda.engine.tree;
