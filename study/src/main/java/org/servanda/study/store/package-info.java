/// Studies on disk: written as experiments finish, resumed where they stopped.
package org.servanda.study.store;
