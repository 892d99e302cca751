/// Estimates with unit, range and source, and the rival sets among them.
package org.servanda.agreement.evidence;
