var Tst = { Parent: { onLoad: function (e) {}, onWebsiteChange: function (e) {}, evaluate: function (form) {} } };
