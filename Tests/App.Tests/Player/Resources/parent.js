// What the player's tests ask of a form script. Each handler leaves on window.told what it was given.
var told = {};
var Tst = {
  Parent: {
    onLoad: function (executionContext) {
      var form = executionContext.getFormContext();
      told.loads = (told.loads || 0) + 1;
      told.formType = form.ui.getFormType();
      told.loadState = executionContext.getEventArgs().getDataLoadState();
      told.form = form;
      told.context = executionContext;
      form.data.entity.addOnSave(Tst.Parent.onSave);
      form.data.entity.addOnPostSave(Tst.Parent.onPostSave);
      form.ui.tabs.get("tab_details").addTabStateChange(function () { told.tab = form.ui.tabs.get("tab_details").getDisplayState(); });
      form.getControl("subgrid_children").addOnLoad(function () { told.rows = form.getControl("subgrid_children").getGrid().getTotalRecordCount(); });
      form.getControl("WebResource_checklist").getContentWindow().then(function (frame) { frame.show(Xrm, form); });
    },
    onWebsiteChange: function (executionContext) {
      var form = executionContext.getFormContext();
      var website = executionContext.getEventSource();
      var control = form.getControl("tst_website");
      told.depth = executionContext.getDepth();
      control.clearNotification("website");
      if (website.getValue() !== null && website.getValue().indexOf("https://") !== 0)
        control.setNotification("Enter an address that begins with https://.", "website");
    },
    onSave: function (executionContext) {
      var name = executionContext.getFormContext().getAttribute("tst_name").getValue();
      if (name === "Not to be saved") executionContext.getEventArgs().preventDefault();
    },
    onPostSave: function (executionContext) {
      var form = executionContext.getFormContext();
      var args = executionContext.getEventArgs();
      told.saved = args.getIsSaveSuccess();
      form.ui.clearFormNotification("refused");
      if (!args.getIsSaveSuccess()) form.ui.setFormNotification(args.getSaveErrorInfo().message, "ERROR", "refused");
    },
    evaluate: function (form) {
      form.ui.setFormNotification("Evaluated " + form.data.entity.getPrimaryAttributeValue() + ".", "INFO", "evaluated");
    }
  }
};
window.told = told;
window.Tst = Tst;
