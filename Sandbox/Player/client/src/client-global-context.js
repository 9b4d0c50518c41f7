// What an HTML web resource gets by naming ClientGlobalContext.js.aspx, the documented way to the global context.
window.GetGlobalContext = () => window.parent.Xrm.Utility.getGlobalContext();
