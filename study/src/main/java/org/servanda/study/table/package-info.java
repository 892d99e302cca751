/// Numbers in named columns: what sampling, solving and analysis pass to each other.
package org.servanda.study.table;
