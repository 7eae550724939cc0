import { readerFromSources } from './checkout-copy.js';
import { describePage } from './page.js';

describePage('docs/how-to/change-a-workflow-in-use.md', readerFromSources());
