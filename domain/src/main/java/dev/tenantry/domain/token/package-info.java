/** What a signed request brings: the token as received, the hash of its request line, and the check of its signature. */
package dev.tenantry.domain.token;
