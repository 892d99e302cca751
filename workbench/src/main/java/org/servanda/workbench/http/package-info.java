/// The server: who may ask, what is asked where, and how answers go out.
package org.servanda.workbench.http;
