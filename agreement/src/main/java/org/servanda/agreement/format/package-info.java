/// The notation of scenario files: one vocabulary, from which both the reader's checks and the
/// published schema come.
///
/// [org.servanda.agreement.format.Vocabulary] is the table. A [org.servanda.agreement.format.Shape]
/// says what may stand in a place; [org.servanda.agreement.format.ShapeReader] walks a file along
/// it and collects every finding. Nothing here knows what the words mean together: that is checked
/// where scenarios are built.
package org.servanda.agreement.format;
