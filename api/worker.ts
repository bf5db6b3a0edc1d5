// The Worker: every request goes through the app, which answers it or hands it to the static assets.
import { app } from './app.ts';

export default app;
