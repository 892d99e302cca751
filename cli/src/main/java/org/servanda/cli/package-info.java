/// Commands: what a person types, what the terminal answers, and with which exit code.
package org.servanda.cli;
