/// What the outcomes of a study say.
package org.servanda.study.finding;
