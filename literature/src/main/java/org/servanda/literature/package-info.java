/// Published results as files, the games they reduce to, and the comparison of both.
package org.servanda.literature;
