/// Experiments: every agreement in every world, solved side by side.
package org.servanda.study.run;
