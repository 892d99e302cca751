/// Where an agreement fails: bounds on the uncertain estimates within which worlds are cases.
package org.servanda.study.discovery;
