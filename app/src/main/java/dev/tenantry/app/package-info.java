/** The executable: the composition root, and nothing else. */
package dev.tenantry.app;
