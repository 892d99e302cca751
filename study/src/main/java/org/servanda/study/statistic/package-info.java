/// What every analysis of worlds needs: intervals, shares, resampling, and the worlds that solved.
///
/// Analyses take a table of worlds and one number per world; NaN means that the world did not
/// solve. Such worlds are left out and counted, and what else limits a result is said as a
/// [Caveat].
package org.servanda.study.statistic;
