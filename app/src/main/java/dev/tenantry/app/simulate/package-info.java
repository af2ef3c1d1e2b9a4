/** A stand-in host that plays a whole lifecycle against a server and tells what it does. */
package dev.tenantry.app.simulate;
