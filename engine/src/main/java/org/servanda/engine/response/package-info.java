/// How a decision maker with finite precision chooses.
package org.servanda.engine.response;
