/// The smallest changes of an agreement that make it hold.
package org.servanda.study.repair;
