/// Where an agreement fails, which alternative holds up, and which assumption is worth researching.
///
/// [BoxSearch], [TreeSearch] and [RuleSearch] say in bounds on the uncertain estimates which worlds
/// are cases by a [Criterion]; [RobustnessSearch] and [InformationSearch] compare alternatives that
/// were solved in the same worlds. Results are numbers; words are made elsewhere.
package org.servanda.study.discovery;
