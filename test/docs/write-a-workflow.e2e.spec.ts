import { readerInCheckout } from './checkout-copy.js';
import { describePage } from './page.js';

describePage('docs/how-to/write-a-workflow.md', readerInCheckout(['template.spec.ts']));
