"""`gongkai template …`: the Word templates of a workspace, for those who restyle them."""
