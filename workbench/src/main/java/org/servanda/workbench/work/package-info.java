/// Work for many clients on few threads: trials at once, jobs in turn.
package org.servanda.workbench.work;
