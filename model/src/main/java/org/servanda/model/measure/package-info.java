/// What is read off an equilibrium.
package org.servanda.model.measure;
