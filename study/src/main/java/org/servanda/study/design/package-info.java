/// Which numbers are uncertain, how they are distributed, and samples of worlds.
package org.servanda.study.design;
