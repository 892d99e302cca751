/// What an assessment says, in words and numbers a reader can follow, and the one-screen answer.
package org.servanda.report.answer;
