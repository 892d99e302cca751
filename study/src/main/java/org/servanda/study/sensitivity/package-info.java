/// Which assumptions decide: sensitivity of one number per world to the uncertain estimates.
///
/// [DriverSearch] reads indices off any sample of worlds and is the default: the sample that shows
/// how sure a result is shows its drivers as well. [SaltelliDesign] with [SobolSearch] costs a
/// sample of its own and adds what only interactions explain. [MorrisDesign] with [MorrisSearch]
/// sorts out idle columns with few worlds.
package org.servanda.study.sensitivity;
