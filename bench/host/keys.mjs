// Stand-in for the host's install-keys server: makes a key pair, serves the public half under its kid.
// usage: node keys.mjs DIRECTORY; writes private.pem and, once it listens, port into the directory
import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { KID } from "./connect.mjs";

const directory = process.argv[2];
const { publicKey, privateKey } = crypto.generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
fs.writeFileSync(join(directory, "private.pem"), privateKey, { mode: 0o600 });

const server = http.createServer((request, response) => {
  const found = request.url === `/${KID}`;
  response.writeHead(found ? 200 : 404, { "content-type": found ? "application/x-pem-file" : "text/plain" });
  response.end(found ? publicKey : "not found");
});
server.listen(0, "127.0.0.1", () => fs.writeFileSync(join(directory, "port"), String(server.address().port)));
