// The settings of the calling tenant over HTTP, on atlassian-connect-express.
//
// ACE_PORT      port on 127.0.0.1
// ACE_BASE_URL  the app's base URL, the audience of install tokens
// ACE_DATABASE  postgres://…, mongodb://…, redis://… or the name of an SQLite file
// ACE_POOL      connections to PostgreSQL; 5, as Sequelize's default, if absent
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import connect from "atlassian-connect-express";
import express from "express";

process.chdir(dirname(fileURLToPath(import.meta.url))); // ACE looks for its two JSON files here

const { ACE_PORT, ACE_DATABASE, ACE_POOL = "5" } = process.env;

const sequelize = { adapter: "sequelize", logging: false };
const stores = {
  postgres: { ...sequelize, dialect: "postgres", url: ACE_DATABASE, pool: { max: Number(ACE_POOL) } },
  mongodb: { adapter: "mongodb", url: ACE_DATABASE },
  // package.json gives this adapter the client that it was written for: with a newer one all its calls hang.
  redis: { adapter: "redis", url: ACE_DATABASE },
};
const scheme = ACE_DATABASE.split(":", 1)[0];
const store = stores[scheme] ?? { ...sequelize, dialect: "sqlite", storage: ACE_DATABASE };

const app = express();
app.use(express.json({ strict: false, limit: "300kb" }));

const addon = connect(app, { config: { production: { store } } });
app.use(addon.middleware());

// Express 4 does not see the failure of an async handler.
const guarded = handler => (req, res, next) => handler(req, res).catch(next);

app
  .route("/settings/:key")
  .all(addon.authenticate())
  .get(
    guarded(async ({ params, context }, res) => {
      const value = await addon.settings.get(params.key, context.clientKey);
      value == null ? res.sendStatus(404) : res.json(value);
    })
  )
  .put(
    guarded(async ({ params, context, body }, res) => {
      await addon.settings.set(params.key, body, context.clientKey);
      res.status(204).end();
    })
  );

app.listen(Number(ACE_PORT), "127.0.0.1");
