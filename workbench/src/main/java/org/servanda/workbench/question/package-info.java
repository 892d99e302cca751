/// What requests say and how they are refused: JSON in, JSON out, problems with their place.
package org.servanda.workbench.question;
