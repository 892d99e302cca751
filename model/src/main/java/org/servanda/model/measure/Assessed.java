package org.servanda.model.measure;

/// What an assessment came to: an [Assessment], or the reason why there is none.
public sealed interface Assessed permits Assessment, NotAssessed {}
