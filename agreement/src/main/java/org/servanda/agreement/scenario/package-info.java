/// The scenario file: read, checked, written.
package org.servanda.agreement.scenario;
