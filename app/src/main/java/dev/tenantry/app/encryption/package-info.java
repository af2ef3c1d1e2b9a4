/** Secrets at rest: sealed before they reach the backend, whichever it is. The one place that knows Tink. */
package dev.tenantry.app.encryption;
