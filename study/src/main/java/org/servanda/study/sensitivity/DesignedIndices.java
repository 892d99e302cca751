package org.servanda.study.sensitivity;

/// What can be read only off worlds drawn for it.
public sealed interface DesignedIndices permits SobolIndices, MorrisEffects {}
