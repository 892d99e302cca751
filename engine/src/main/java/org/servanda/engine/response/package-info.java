/// How decision makers with finite precision choose when their choice moves beliefs; internal to
/// the engine.
package org.servanda.engine.response;
