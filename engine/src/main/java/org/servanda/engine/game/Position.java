package org.servanda.engine.game;

/// A public position of the game: who moves there, or what happens.
public sealed interface Position permits Decision, Simultaneous, Chance, Terminal {}
