/// Following the solutions of `F(y, lambda) = 0` as `lambda` grows, around turning points and
/// across bifurcations; internal to the engine. Knows no games.
///
/// Equations bring their own linear algebra ([BranchEquations]); those with a dense matrix of
/// derivatives need only write it down ([DenseEquations]):
///
/// ```java
/// BranchEquations branch = DenseBranch.of(equations);
/// Trace trace = PathTracer.trace(branch, y, 0, new double[] {1, 2}, 2, limits, listener);
/// ```
package org.servanda.engine.branch;
