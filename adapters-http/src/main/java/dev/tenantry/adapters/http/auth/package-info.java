/** Requests as the domain wants them for authentication: the token parsed, the request line hashed, nothing believed. */
package dev.tenantry.adapters.http.auth;
