/// From scenario to game and back to names.
package org.servanda.model.compile;
